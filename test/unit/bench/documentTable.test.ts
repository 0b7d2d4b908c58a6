import { describe, expect, it } from 'vitest';
import { withRows } from '../../../bench/harness/documentTable';

const document = `# Figures

<!-- bench given -->

| features | Aisle |
| --- | --- |
| photo | 83.3 |
| title | 96.4 |

After.

<!-- bench drawn -->

| features | difference |
| --- | --- |

End.
`;

describe('a table of a document', () => {
	it('takes measured rows in place of theirs, and keeps the others', () => {
		expect(withRows(document, 'bench given', [['title', '**97.2**']])).toBe(
			document.replace(
				/\| features \| Aisle \|[\s\S]*96.4 \|/,
				`| features | Aisle    |
| -------- | -------- |
| photo    | 83.3     |
| title    | **97.2** |`,
			),
		);
	});

	it('takes new rows at its end', () => {
		const once = withRows(document, 'bench drawn', [['photo', '+0.3']]);
		expect(once).toContain(`| features | difference |
| -------- | ---------- |
| photo    | +0.3       |

End.`);
		expect(withRows(once, 'bench drawn', [['photo', '+0.3']])).toBe(once);
	});

	it('does not guess where it belongs', () => {
		expect(() => withRows(document, 'bench views', [])).toThrow(RangeError);
		expect(() => withRows('<!-- a -->\n\nNo table.', 'a', [])).toThrow(RangeError);
	});
});
