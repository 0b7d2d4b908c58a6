import type { LanguageRules } from '../maths/tfidf';

/** Stop lists name them, but a review without them says the opposite. */
const negations = ['no', 'not', 'nor', 'never', 'without', 'cannot', 'against', 'off', 'out'];

/**
 * English: the Porter 2 stemmer and a stop list; loaded by who needs them. What is not English keeps its words as they
 * are, and its runs of letters.
 */
export async function languageRules(): Promise<LanguageRules> {
	const [{ default: stem }, { eng }] = await Promise.all([
		import('wink-porter2-stemmer'),
		import('stopword'),
	]);
	const stopWords = new Set(eng);
	for (const word of negations) stopWords.delete(word);
	return { stem, stopWords };
}
