import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../../store';
import { Notice } from '../../widgets/Notice';
import { ProblemList } from '../../widgets/ProblemList';

/** Shown before "show all": enough to see what kind of thing went wrong. */
const shownAtFirst = 4;

/** What the last import has to say that belongs to no card. */
export function ImportProblems() {
	const { t } = useTranslation();
	const { problems, dismiss } = useAisle((state) => ({
		problems: state.importProblems,
		dismiss: state.dismissImportProblems,
	}));
	const [shownAllOf, setShownAllOf] = useState<typeof problems | null>(null);
	if (problems.length === 0) return null;
	const all = shownAllOf === problems;
	const hidden = all ? 0 : problems.length - shownAtFirst;
	return (
		<Notice
			icon={<IconAlertTriangle size={20} aria-hidden />}
			title={t('imported.title', { count: problems.length })}
			dismiss={{ label: t('imported.dismiss'), now: dismiss }}
		>
			<ProblemList problems={all ? problems : problems.slice(0, shownAtFirst)} />
			{hidden > 0 && (
				<span>
					{t('imported.more', { count: hidden })}{' '}
					<Anchor component="button" type="button" onClick={() => setShownAllOf(problems)}>
						{t('imported.show')}
					</Anchor>
				</span>
			)}
		</Notice>
	);
}
