import type { OfflineContract } from './offline.contract';
import { offlineTasks } from './offline.tasks';
import { serve } from './rpc';

serve<OfflineContract>(offlineTasks);
