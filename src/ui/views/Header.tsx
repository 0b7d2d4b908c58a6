import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefOf, type Route, routes } from '../routes';
import { Logo } from '../widgets/Logo';
import { PrivacyMark } from '../widgets/PrivacyMark';
import { DeviceBadge } from './DeviceBadge';
import styles from './Header.module.css';
import { OfflineMark } from './OfflineMark';

export function Header({ route }: { route: Route }) {
	const { t } = useTranslation();
	const current = useRef<HTMLAnchorElement>(null);
	// On a phone not all screens fit beside each other: the one that is open does.
	useEffect(() => {
		// In braces: current browsers return a promise, which React would take for its way to clean up.
		void current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}, [route]);
	return (
		<header className={styles.header}>
			<Logo />
			<nav aria-label={t('nav.label')} className={styles.nav}>
				{routes.map((each) => (
					<a
						key={each}
						ref={each === route ? current : undefined}
						href={hrefOf(each)}
						className={styles.link}
						aria-current={each === route ? 'page' : undefined}
					>
						{t(`nav.${each}`)}
					</a>
				))}
			</nav>
			<div className={styles.marks}>
				<DeviceBadge />
				<OfflineMark />
				<PrivacyMark />
			</div>
		</header>
	);
}
