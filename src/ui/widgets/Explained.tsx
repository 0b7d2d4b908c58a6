import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Explained.module.css';

/** A small mark that explains a word of the trade: by mouse, touch and keyboard. */
export function Explained({ name, children }: { name: string; children: ReactNode }) {
	return (
		<Popover width={320} withArrow trapFocus returnFocus withinPortal={false}>
			<Popover.Target>
				<button type="button" className={styles.mark} aria-label={name}>
					<IconInfoCircle size={16} stroke={1.8} aria-hidden />
				</button>
			</Popover.Target>
			<Popover.Dropdown aria-label={name} className={styles.words}>
				{children}
			</Popover.Dropdown>
		</Popover>
	);
}
