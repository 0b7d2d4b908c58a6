import { headsService } from '../learning/headsService';
import type { HeadsContract } from './heads.contract';
import { serve } from './rpc';

serve<HeadsContract>(headsService());
