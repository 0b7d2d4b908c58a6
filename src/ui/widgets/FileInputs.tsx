import { useRef } from 'react';
import type { DroppedEntry } from '../../state/types.drop';
import { chosenEntries } from '../droppedEntries';
import styles from './FileInputs.module.css';

export interface FilePickers {
	files(): void;
	folder(): void;
	/** A phone's camera; elsewhere the same as `files`. */
	camera(): void;
}

interface FileInputsProps {
	onChoose(entries: DroppedEntry[]): void;
	children(pickers: FilePickers): React.ReactNode;
}

/** The three hidden inputs behind buttons of any look. */
export function FileInputs({ onChoose, children }: FileInputsProps) {
	const files = useRef<HTMLInputElement>(null);
	const folder = useRef<HTMLInputElement | null>(null);
	const camera = useRef<HTMLInputElement>(null);
	const hidden = {
		type: 'file',
		className: styles.input,
		tabIndex: -1,
		onChange({ currentTarget }: React.ChangeEvent<HTMLInputElement>) {
			onChoose(chosenEntries(currentTarget.files));
			// Else choosing the same file again would change nothing and say nothing.
			currentTarget.value = '';
		},
	} as const;
	return (
		<>
			{children({
				files: () => files.current?.click(),
				folder: () => folder.current?.click(),
				camera: () => camera.current?.click(),
			})}
			<input {...hidden} ref={files} multiple data-testid="choose-files" />
			<input {...hidden} ref={asFolder(folder)} multiple data-testid="choose-folder" />
			<input {...hidden} ref={camera} accept="image/*" capture="environment" />
		</>
	);
}

/** React has no property for it. */
function asFolder(ref: React.RefObject<HTMLInputElement | null>) {
	return (input: HTMLInputElement | null): void => {
		ref.current = input;
		if (input) input.webkitdirectory = true;
	};
}
