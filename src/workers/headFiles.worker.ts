import { headFilesService } from '../learning/headFilesService';
import type { HeadFilesContract } from './headFiles.contract';
import { serve } from './rpc';

serve<HeadFilesContract>(headFilesService());
