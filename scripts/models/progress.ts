import { type Bar, Presets, SingleBar } from 'cli-progress';

/** A bar on a terminal; elsewhere (a log file) one line a step. */
export interface Steps {
	/** Starts the next step; the one before it is over. @param total what `advance` counts up to */
	start(name: string, total: number, unit: string): void;
	advance(by: number): void;
	end(): void;
}

export function stepsOn(stream: NodeJS.WriteStream): Steps {
	let bar: Bar | null = null;
	return {
		start(name, total, unit) {
			this.end();
			if (!stream.isTTY) {
				stream.write(`${name}\n`);
				return;
			}
			bar = new SingleBar(
				{
					stream,
					format: `${name.padEnd(34)} {bar} {percentage}% of {total} ${unit}`,
					hideCursor: true,
					formatValue: (value, _options, type) =>
						type === 'total' && unit === 'MB' ? (value / 1e6).toFixed(1) : String(value),
				},
				Presets.shades_classic,
			);
			bar.start(total, 0);
		},
		advance(by) {
			bar?.increment(by);
		},
		end() {
			bar?.stop();
			bar = null;
		},
	};
}
