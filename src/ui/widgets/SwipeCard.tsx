import { IconCheck, IconSearch } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import styles from './SwipeCard.module.css';

interface SwipeCardProps {
	disabled: boolean;
	rightLabel: string;
	leftLabel: string;
	onRight(): void;
	onLeft(): void;
	children: ReactNode;
}

/** So far means it, in pixels; less springs back. */
const farEnough = 96;
/** Before this a touch may still be a tap. */
const slack = 12;

/**
 * A card that can be pushed aside with a finger. Moved by hand and not by React: a render for every move of the
 * finger would stutter. The browser keeps vertical scrolling (`touch-action: pan-y`) and says `pointercancel`
 * when it takes over.
 */
export function SwipeCard(props: SwipeCardProps) {
	const { disabled, rightLabel, leftLabel, onRight, onLeft, children } = props;
	const card = useRef<HTMLDivElement>(null);
	const back = useRef<HTMLDivElement>(null);
	const start = useRef<{ x: number; moving: boolean } | null>(null);

	function show(offset: number): void {
		if (!card.current || !back.current) return;
		card.current.style.transform = offset === 0 ? '' : `translateX(${offset}px)`;
		back.current.dataset.side = offset > 0 ? 'right' : offset < 0 ? 'left' : '';
		back.current.dataset.far = String(Math.abs(offset) >= farEnough);
	}

	function down(event: PointerEvent): void {
		if (event.pointerType === 'mouse' || disabled) return;
		start.current = { x: event.clientX, moving: false };
	}

	function move(event: PointerEvent): void {
		const from = start.current;
		if (!from) return;
		const offset = event.clientX - from.x;
		if (!from.moving && Math.abs(offset) < slack) return;
		if (!from.moving) {
			from.moving = true;
			card.current?.setPointerCapture(event.pointerId);
		}
		show(offset);
	}

	function up(event: PointerEvent): void {
		const from = start.current;
		start.current = null;
		show(0);
		if (!from?.moving) return;
		const offset = event.clientX - from.x;
		if (offset >= farEnough) onRight();
		else if (offset <= -farEnough) onLeft();
	}

	return (
		<div className={styles.swipe}>
			<div ref={back} className={styles.back} aria-hidden>
				<span className={styles.right}>
					<IconCheck size={26} /> {rightLabel}
				</span>
				<span className={styles.left}>
					{leftLabel} <IconSearch size={26} />
				</span>
			</div>
			<div
				ref={card}
				className={styles.card}
				onPointerDown={down}
				onPointerMove={move}
				onPointerUp={up}
				onPointerCancel={() => {
					start.current = null;
					show(0);
				}}
			>
				{children}
			</div>
		</div>
	);
}
