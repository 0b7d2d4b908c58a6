import { useEffect, useRef } from 'react';
import type { PlaceMap } from '../../domain/attention';
import styles from './HeatOverlay.module.css';
import { heatColour } from './heatColours';

interface HeatOverlayProps {
	url: string;
	/** 0–1, of the photo's proportions; `null` shows the photo alone. */
	map: PlaceMap | null;
	alt: string;
}

/** A photo, and over it how much each place counts. */
export function HeatOverlay({ url, map, alt }: HeatOverlayProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		const context = canvas.current?.getContext('2d');
		if (!context || !map) return;
		const picture = context.createImageData(map.width, map.height);
		for (const [place, value] of map.values.entries())
			picture.data.set([...heatColour(value), 255], place * 4);
		context.putImageData(picture, 0, 0);
	}, [map]);
	return (
		<div className={styles.frame} role="img" aria-label={alt}>
			<img src={url} alt="" className={styles.photo} data-dimmed={map !== null} />
			{map && <canvas ref={canvas} width={map.width} height={map.height} className={styles.heat} />}
		</div>
	);
}
