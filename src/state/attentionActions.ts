import { AppError } from '../domain/errors';
import { unattended } from '../domain/job';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { HeadActions } from './types.heads';

/** What a head looked at: asked for by one picture on screen, and forgotten with it. */
export function attentionActions(
	{ services, get, manifest }: ActionContext,
	device: Device,
): Pick<HeadActions, 'attention'> {
	return {
		async attention({ headId, productId, photoId }, signal) {
			const { attention } = await import('../jobs/attention');
			const product = get().products.find(({ id }) => id === productId);
			if (!product) throw new AppError('head-no-products');
			const input = { headId, product, photoId, networks: device };
			return attention(services, await manifest(), input, { ...unattended, signal });
		},
	};
}
