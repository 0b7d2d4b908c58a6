import type { HeadsContract } from './heads.contract';
import type { SuggestContract } from './suggest.contract';

/** The learn worker: suggestions without training, and heads that were trained. */
export type LearnContract = SuggestContract & HeadsContract;
