import { textService } from '../learning/textService';
import { serve } from './rpc';
import type { TextContract } from './text.contract';

serve<TextContract>(textService());
