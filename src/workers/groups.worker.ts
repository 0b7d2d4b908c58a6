import { groupsService } from '../learning/groupsService';
import type { GroupsContract } from './groups.contract';
import { serve } from './rpc';

serve<GroupsContract>(groupsService());
