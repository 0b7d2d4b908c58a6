/** The part of @npmcli/config that its types leave out: which settings npm has. */
declare module '@npmcli/config/lib/definitions/index.js' {
	import type Config from '@npmcli/config';

	type Options = ConstructorParameters<typeof Config>[0];
	const settings: Required<Pick<Options, 'definitions' | 'flatten' | 'shorthands'>>;
	export default settings;
}
