import { AdamOptimizer, MomentumOptimizer, type Optimizer } from '@tensorflow/tfjs-core';
import type { Optimiser } from '../../domain/head';

/** An optimiser whose learning rate may change from step to step. Owned by who made it: `dispose` it. */
export interface ScheduledOptimiser extends Optimizer {
	setLearningRate(rate: number): void;
}

/** Adam (Kingma & Ba, 2015); TF.js has it without a way to change the rate. */
class ScheduledAdam extends AdamOptimizer implements ScheduledOptimiser {
	setLearningRate(rate: number): void {
		this.learningRate = rate;
	}
}

/** TF.js' own forgets one scalar when it is disposed. */
class ScheduledMomentum extends MomentumOptimizer implements ScheduledOptimiser {
	override dispose(): void {
		super.dispose();
		this.c.dispose();
	}
}

/**
 * `sgd` is stochastic gradient descent with momentum 0.9 (Sutskever et al., 2013). Adam steps in for the accelerated
 * gradient, which is for convex losses and all rows at once.
 */
export function optimiserOf(name: Optimiser, learningRate: number): ScheduledOptimiser {
	return name === 'sgd'
		? new ScheduledMomentum(learningRate, 0.9)
		: new ScheduledAdam(learningRate, 0.9, 0.999, 1e-8);
}

/**
 * Half a cosine from `highest` down to nearly 0 (Loshchilov & Hutter, 2017): large steps first, and an end that
 * does not depend on where the last step happened to jump.
 * @param progress share of the training done, 0–1
 */
export function cosineRate(highest: number, progress: number): number {
	return highest * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
}
