import { useRoute } from '../routes';
import Report from './report/Report';
import { TrainScreen } from './train/TrainScreen';

/** Training heads, and the report of one. */
export default function Train() {
	const { part } = useRoute();
	return part === null ? <TrainScreen /> : <Report headId={part} />;
}
