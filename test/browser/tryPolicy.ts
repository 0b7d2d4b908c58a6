/** What the realm that calls this may do, of what a Content-Security-Policy can forbid. */
export async function whatIsAllowed(): Promise<string[]> {
	const tries: Record<string, () => unknown> = {
		eval: () => new Function('return 1')(),
		'another origin': () => fetch('http://127.0.0.2:1/', { mode: 'no-cors' }),
		WASM: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
	};
	const refused: string[] = [];
	self.addEventListener('securitypolicyviolation', (event) =>
		refused.push((event as SecurityPolicyViolationEvent).effectiveDirective),
	);
	const allowed: string[] = [];
	for (const [name, attempt] of Object.entries(tries)) {
		const before = refused.length;
		const failed = await Promise.resolve()
			.then(attempt)
			.then(
				() => false,
				() => true,
			);
		// Reported in a task of its own. A fetch that was let through fails too, for nobody answers.
		await new Promise((done) => setTimeout(done, 50));
		if (refused.length === before && !(failed && name !== 'another origin')) allowed.push(name);
	}
	return allowed;
}
