import { headsService } from '../learning/headsService';
import { nearnessService } from '../learning/nearnessService';
import { suggestService } from '../learning/suggest/suggestService';
import type { LearnContract } from './learn.contract';
import { serve } from './rpc';

serve<LearnContract>({ ...suggestService(), ...headsService(), ...nearnessService() });
