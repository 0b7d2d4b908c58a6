/** Something a person at the terminal can act on: shown as one sentence, without a stack. */
export class PrepareError extends Error {
	override readonly name = 'PrepareError';
}
