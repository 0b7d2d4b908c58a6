import * as tf from '@tensorflow/tfjs-core';
import type { ProjectedFusion } from '../../domain/fusion';
import type { FusedParameters } from '../../domain/head';
import { seededRandom } from '../../maths/seededRandom';
import {
	affine,
	type DenseVariables,
	denseGradients,
	denseLayer,
	newDense,
} from './denseVariables';
import { keptUnits } from './keptUnits';
import type { TrainableNetwork } from './trainableNetwork';

interface FusedSettings {
	fusion: ProjectedFusion;
	/** Common width of both sides. */
	width: number;
	/** Share of fused units left out at each step, 0–1. */
	dropout: number;
	/** Share of products that have both and are shown without one of them at each step, 0–1. */
	modalityDropout: number;
	seed: number;
}

/** Both sides on their way through the network, and how they meet. `[n, 1]` where not said otherwise. */
interface Meeting {
	photoRows: tf.Tensor2D;
	titleRows: tf.Tensor2D;
	/** Projected, `[n, width]`. */
	photo: tf.Tensor2D;
	title: tf.Tensor2D;
	/** 1 where a row has both sides. */
	both: tf.Tensor2D;
	/** How much the photo counts by the gate where a row has both; `null` without a gate. */
	share: tf.Tensor2D | null;
	/** Derivatives of the fused numbers by each side's, the gate held, `[n, 1]` or `[n, width]`. */
	photoFactor: tf.Tensor2D;
	titleFactor: tf.Tensor2D;
	/** `[n, width]` */
	fused: tf.Tensor2D;
}

/** Rows come with a squared length of about 1 per side, so that this makes units of variance 0.1: tanh is a line there. */
const projectionGain = (inputs: number): number => 0.1 * inputs;

/**
 * Photo and title each projected by a layer with tanh, made one by sum, product, maximum or a gate, and answered by
 * a layer above. The gate is one number per product, where the gated multimodal unit of Arevalo et al. (2017) has one
 * per unit: it can be shown. A side of zeros is missing: then the other's projection is what is answered from, and
 * leaving sides out at random while learning (Neverova et al., 2016) makes that a habit.
 */
export class FusedNetwork implements TrainableNetwork {
	readonly #settings: FusedSettings;
	readonly #photo: DenseVariables;
	readonly #title: DenseVariables;
	readonly #output: DenseVariables;
	/** Columns `[width, 1]` for either side, and the bias `[1]`, from zero: both sides count alike at first. */
	readonly #gate: { photo: tf.Variable; title: tf.Variable; bias: tf.Variable } | null;

	constructor(columns: { photo: number; title: number }, labels: number, settings: FusedSettings) {
		const { width, seed, fusion } = settings;
		this.#settings = settings;
		this.#photo = newDense(columns.photo, width, seed, projectionGain(columns.photo));
		this.#title = newDense(columns.title, width, seed + 1, projectionGain(columns.title));
		this.#output = newDense(width, labels, seed + 2);
		const column = (): tf.Variable => tf.tidy(() => tf.variable(tf.zeros([width, 1])));
		this.#gate =
			fusion === 'gated'
				? {
						photo: column(),
						title: column(),
						bias: tf.tidy(() => tf.variable(tf.zeros([1]))),
					}
				: null;
	}

	get variables(): tf.Variable[] {
		const layers = [this.#photo, this.#title, this.#output];
		return [
			...layers.flatMap(({ weights, bias }) => [weights, bias]),
			...(this.#gate ? Object.values(this.#gate) : []),
		];
	}

	scores(rows: tf.Tensor2D): tf.Tensor2D {
		return affine(this.#meet(rows, null).fused, this.#output);
	}

	gradients(
		rows: tf.Tensor2D,
		targets: tf.Tensor2D,
		shares: tf.Tensor2D,
		{ seed, weightDecay }: { seed: number; weightDecay: number },
	): tf.NamedTensorMap {
		const meeting = this.#meet(rows, seed);
		const kept = keptUnits(meeting.fused, this.#settings.dropout, seed);
		const fused = tf.mul(meeting.fused, kept) as tf.Tensor2D;
		const scores = affine(fused, this.#output);
		const pull = tf.mul(tf.sub(tf.softmax(scores), targets), shares) as tf.Tensor2D;
		const through = tf.mul(
			tf.matMul(pull, tf.transpose(this.#output.weights)),
			kept,
		) as tf.Tensor2D;
		const gatePull = this.#gatePull(meeting, through);
		const sidePull = (side: 'photo' | 'title'): tf.Tensor2D => {
			const own = meeting[side];
			const direct = tf.mul(through, meeting[`${side}Factor`]);
			const gate = this.#gate?.[side];
			const all = gate && gatePull ? tf.add(direct, tf.mul(gatePull, tf.transpose(gate))) : direct;
			return tf.mul(all, tf.sub(1, tf.square(own)));
		};
		return {
			...denseGradients(this.#output, fused, pull, weightDecay),
			...denseGradients(this.#photo, meeting.photoRows, sidePull('photo'), weightDecay),
			...denseGradients(this.#title, meeting.titleRows, sidePull('title'), weightDecay),
			...this.#gateGradients(meeting, gatePull),
		};
	}

	/** @param seed says which sides are left out; `null` leaves none out */
	#meet(rows: tf.Tensor2D, seed: number | null): Meeting {
		const count = rows.shape[0];
		const columns = this.#photo.weights.shape[0];
		const photoRows = tf.slice(rows, [0, 0], [count, columns]);
		const titleRows = tf.slice(rows, [0, columns], [count, -1]);
		const has = (side: tf.Tensor2D): tf.Tensor2D => tf.sign(tf.sum(tf.abs(side), 1, true));
		const hasPhoto = has(photoRows);
		const hasTitle = has(titleRows);
		const seen = seed === null ? null : this.#seenSides(count, seed);
		const hasBoth = tf.mul(hasPhoto, hasTitle);
		// What is left out is left out only of those that have both.
		const left = (own: tf.Tensor2D, kept: tf.Tensor2D | undefined): tf.Tensor2D =>
			kept ? tf.sub(own, tf.mul(hasBoth, tf.sub(1, kept))) : own;
		const photoThere = left(hasPhoto, seen?.photo);
		const titleThere = left(hasTitle, seen?.title);
		const both = tf.mul(photoThere, titleThere) as tf.Tensor2D;
		const photo = tf.tanh(affine(photoRows, this.#photo));
		const title = tf.tanh(affine(titleRows, this.#title));
		const alone = {
			photo: tf.sub(photoThere, both) as tf.Tensor2D,
			title: tf.sub(titleThere, both) as tf.Tensor2D,
		};
		const share = this.#gate ? this.#share(photo, title) : null;
		/** `factor` for rows that have both, 1 or 0 for those that have one. */
		const blend = (side: 'photo' | 'title', factor: tf.Tensor): tf.Tensor2D =>
			tf.add(alone[side], tf.mul(both, factor));
		const [photoMet, titleMet] = metFactors(this.#settings.fusion, photo, title, share);
		const photoFactor = blend('photo', photoMet);
		const titleFactor = blend('title', titleMet);
		const fused =
			this.#settings.fusion === 'product'
				? tf.addN([
						tf.mul(alone.photo, photo),
						tf.mul(alone.title, title),
						tf.mul(both, tf.mul(photo, title)),
					])
				: tf.add(tf.mul(photo, photoFactor), tf.mul(title, titleFactor));
		return {
			photoRows,
			titleRows,
			photo,
			title,
			both,
			share,
			photoFactor,
			titleFactor,
			fused: fused as tf.Tensor2D,
		};
	}

	#share(photo: tf.Tensor2D, title: tf.Tensor2D): tf.Tensor2D {
		if (!this.#gate) throw new Error('unreachable: only a gate weighs');
		const { photo: ofPhoto, title: ofTitle, bias } = this.#gate;
		return tf.sigmoid(
			tf.addN([
				tf.matMul(photo, ofPhoto as tf.Tensor2D),
				tf.add(tf.matMul(title, ofTitle as tf.Tensor2D), bias),
			]),
		);
	}

	/** `[count, 1]` each: 1 where a side is seen, 0 where it is left out; never both. */
	#seenSides(count: number, seed: number): { photo: tf.Tensor2D; title: tf.Tensor2D } {
		const random = seededRandom(seed);
		const photo = new Float32Array(count).fill(1);
		const title = new Float32Array(count).fill(1);
		for (let row = 0; row < count; row++) {
			const out = random();
			const half = this.#settings.modalityDropout / 2;
			if (out < half) photo[row] = 0;
			else if (out < 2 * half) title[row] = 0;
		}
		return { photo: tf.tensor2d(photo, [count, 1]), title: tf.tensor2d(title, [count, 1]) };
	}

	/** What pulls at the gate before its sigmoid, `[n, 1]`. */
	#gatePull({ photo, title, both, share }: Meeting, through: tf.Tensor2D): tf.Tensor2D | null {
		if (!share) return null;
		const atShare = tf.sum(tf.mul(through, tf.sub(photo, title)), 1, true);
		return tf.mul(tf.mul(atShare, both), tf.mul(share, tf.sub(1, share)));
	}

	#gateGradients({ photo, title }: Meeting, gatePull: tf.Tensor2D | null): tf.NamedTensorMap {
		if (!this.#gate || !gatePull) return {};
		return {
			[this.#gate.photo.name]: tf.matMul(tf.transpose(photo), gatePull),
			[this.#gate.title.name]: tf.matMul(tf.transpose(title), gatePull),
			[this.#gate.bias.name]: tf.sum(gatePull, 0),
		};
	}

	async parameters(): Promise<FusedParameters> {
		const { fusion } = this.#settings;
		return {
			kind: 'fused',
			fusion,
			photo: await denseLayer(this.#photo),
			title: await denseLayer(this.#title),
			gate: this.#gate && {
				photo: await this.#gate.photo.data<'float32'>(),
				title: await this.#gate.title.data<'float32'>(),
				bias: (await this.#gate.bias.data<'float32'>())[0] ?? 0,
			},
			output: await denseLayer(this.#output),
		};
	}

	dispose(): void {
		tf.dispose(this.variables);
	}
}

/** Of rows that have both sides: the derivatives of the fused numbers by the photo's and by the title's. */
function metFactors(
	fusion: ProjectedFusion,
	photo: tf.Tensor2D,
	title: tf.Tensor2D,
	share: tf.Tensor2D | null,
): [tf.Tensor, tf.Tensor] {
	switch (fusion) {
		case 'sum':
			return [tf.scalar(1), tf.scalar(1)];
		case 'product':
			return [title, photo];
		case 'maximum': {
			const photoWins = tf.cast(tf.greaterEqual(photo, title), 'float32');
			return [photoWins, tf.sub(1, photoWins)];
		}
		case 'gated':
			if (!share) throw new Error('unreachable: a gate has shares');
			return [share, tf.sub(1, share)];
	}
}
