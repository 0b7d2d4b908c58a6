import { tuneService } from '../learning/tuning/tuneService';
import { serve } from './rpc';
import type { TuneContract } from './tune.contract';

serve<TuneContract>(tuneService());
