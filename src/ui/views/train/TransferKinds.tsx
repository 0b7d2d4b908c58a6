import { Anchor, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefOf, type Route } from '../../routes';
import styles from './TransferKinds.module.css';

/** The ways in which what networks learned elsewhere is put to use, and where in Aisle each is. */
const kinds = [
	{ kind: 'zeroShot', route: 'sort' },
	{ kind: 'unsupervised', route: 'catalogue' },
	{ kind: 'inductive', route: 'train' },
	{ kind: 'semiSupervised', route: 'train' },
	{ kind: 'carried', route: 'compare' },
] as const satisfies { kind: string; route: Route }[];

/** Which way fits which catalogue, each in one plain sentence. */
export function TransferKinds() {
	const { t } = useTranslation();
	const [opened, setOpened] = useState(false);
	return (
		<section className={styles.kinds} aria-label={t('transfer.title')}>
			<UnstyledButton
				className={styles.toggle}
				aria-expanded={opened}
				onClick={() => setOpened(!opened)}
			>
				<IconChevronDown size={17} aria-hidden data-open={opened} />
				{t('transfer.title')}
			</UnstyledButton>
			{opened && (
				<dl className={styles.list}>
					{kinds.map(({ kind, route }) => (
						<div key={kind}>
							<dt>{t(`transfer.${kind}.have`)}</dt>
							<dd>
								{t(`transfer.${kind}.use`)}{' '}
								<Anchor href={hrefOf(route)}>{t(`transfer.${kind}.place`)}</Anchor>
								<span className={styles.term}>{t(`transfer.${kind}.term`)}</span>
							</dd>
						</div>
					))}
				</dl>
			)}
		</section>
	);
}
