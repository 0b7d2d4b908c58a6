export function preparePhoto(
	photo: string | Uint8Array,
	preprocessing: { size: number; background: number[] },
): Promise<Uint8Array>;
export function contain(
	rgba: Uint8Array,
	width: number,
	height: number,
	size: number,
	background: number[],
): Uint8Array;
