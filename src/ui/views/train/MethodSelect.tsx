import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './TrainForm.module.css';

interface MethodSelectProps<Method extends string> {
	label: string;
	methods: readonly Method[];
	value: Method;
	disabled: boolean;
	/** A plain name, one plain sentence, and what the field calls it. */
	words(method: Method): { name: string; body: string; term: string };
	onChange(method: Method): void;
}

/** A choice between methods, with a sentence on the chosen one; the jargon is one hover or focus away. */
export function MethodSelect<Method extends string>(props: MethodSelectProps<Method>) {
	const { label, methods, value, disabled, words, onChange } = props;
	const { t } = useTranslation();
	const { name, body, term } = words(value);
	return (
		<div>
			<Select
				label={label}
				value={value}
				disabled={disabled}
				allowDeselect={false}
				data={methods.map((method) => ({ value: method, label: words(method).name }))}
				onChange={(chosen) => {
					const method = methods.find((each) => each === chosen);
					if (method !== undefined) onChange(method);
				}}
			/>
			<p className={styles.effect}>
				{body}
				<Tooltip label={term} events={{ hover: true, focus: true, touch: true }}>
					<ActionIcon
						className={styles.term}
						variant="subtle"
						color="gray"
						size="sm"
						aria-label={t('train.termLabel', { name })}
					>
						<IconInfoCircle size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</p>
		</div>
	);
}
