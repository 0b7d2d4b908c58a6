import {
	IconAlertTriangle,
	IconCircleCheck,
	IconCircleCheckFilled,
	IconClock,
	IconHelpCircle,
} from '@tabler/icons-react';
import type { ProductStatus } from '../../state/types';

/** A shape for every state, so that none is told by its colour alone. */
export const statusIcons = {
	waiting: IconClock,
	unsure: IconHelpCircle,
	sure: IconCircleCheck,
	done: IconCircleCheckFilled,
	failed: IconAlertTriangle,
} as const satisfies Record<ProductStatus, unknown>;
