import { serve } from './rpc';
import type { SearchContract } from './search.contract';
import { searchTasks } from './search.tasks';

serve<SearchContract>(searchTasks());
