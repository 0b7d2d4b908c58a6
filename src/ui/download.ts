/** Saves a blob under a name, the way a click on a link would. */
export function download(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const anchor = document.createElement('a');
	anchor.href = url;
	anchor.download = name;
	anchor.click();
	// The browser reads the blob after the click; a minute is ample even for a slow disk.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
