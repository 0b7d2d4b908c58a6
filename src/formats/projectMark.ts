/** What the first line of a saved project says; newer ones may say more. */
export const projectVersion = 1;
export const projectMark = /^aisle-project (\d+)\n/;

/** Whether a file begins as projects do; one that cannot be read does not. */
export async function isProject(file: Blob): Promise<boolean> {
	try {
		return projectMark.test(await file.slice(0, 40).text());
	} catch {
		return false;
	}
}
