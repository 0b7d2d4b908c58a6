import { textService } from '../learning/textService';
import { serve, transfer } from './rpc';
import type { TextContract } from './text.contract';

const service = textService();

serve<TextContract>({
	...service,
	async embed(input, job) {
		const output = await service.embed(input, job);
		return transfer(output, [output.vectors.buffer]);
	},
});
