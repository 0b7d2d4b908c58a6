import { searchService } from '../learning/searchService';
import { serve } from './rpc';
import type { SearchContract } from './search.contract';

serve<SearchContract>(searchService());
