import { Component, type ReactNode } from 'react';
import { CrashScreen } from './widgets/CrashScreen';

/**
 * Where bugs end up: what a render throws, and what an action rejects with that is not an `AppError` (the store
 * shows those as problems). React has this as a class only.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
	override state = { error: null as unknown };

	static getDerivedStateFromError(error: unknown): { error: unknown } {
		return { error: error ?? new Error('null was thrown') };
	}

	override componentDidMount(): void {
		window.addEventListener('unhandledrejection', this.#rejected);
	}

	override componentWillUnmount(): void {
		window.removeEventListener('unhandledrejection', this.#rejected);
	}

	override render(): ReactNode {
		return this.state.error ? <CrashScreen error={this.state.error} /> : this.props.children;
	}

	readonly #rejected = ({ reason }: PromiseRejectionEvent): void => {
		this.setState({ error: reason ?? new Error('a promise was rejected with nothing') });
	};
}
