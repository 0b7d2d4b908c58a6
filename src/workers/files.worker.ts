import type { FilesContract } from './files.contract';
import { filesTasks } from './files.tasks';
import { serve } from './rpc';

serve<FilesContract>(filesTasks);
