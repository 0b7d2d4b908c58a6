import { visionService } from '../learning/visionService';
import { serve } from './rpc';
import type { VisionContract } from './vision.contract';

serve<VisionContract>(visionService());
