import type { Progress } from '../../src/domain/job';

/** One line that overwrites itself on a terminal; a line per step where there is none (logs, CI). */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr) {
	let step = '';
	return {
		show({ step: next, done, total }: Progress): void {
			if (stream.isTTY) {
				stream.write(`\r\u001b[K${next} ${done}${total === null ? '' : ` of ${total}`}`);
			} else if (next !== step) {
				stream.write(`${next} …\n`);
			}
			step = next;
		},
		end(): void {
			if (stream.isTTY && step) stream.write('\r\u001b[K');
			step = '';
		},
	};
}
