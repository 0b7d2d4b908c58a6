import type { catalogue as english } from './en.catalogue';
import type { Words } from './words';

export const catalogue: Words<typeof english> = {
	title: '商品库',
};
