import type { LanguageGuess } from '../../maths/zeroShot/titleLanguage';
import { lazily } from './knowledge';

/** 1.6 MB of letter groups, loaded with the first title that needs them. */
const detector = lazily(async () => (await import('eld/small')).eld);

export async function guessLanguage(text: string): Promise<LanguageGuess> {
	const result = (await detector()).detect(text);
	const scores = result.getScores();
	const best = Math.max(0, ...Object.values(scores));
	return { language: result.language, ahead: best - (scores.en ?? 0) };
}
