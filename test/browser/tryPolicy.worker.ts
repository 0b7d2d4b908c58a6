import { whatIsAllowed } from './tryPolicy';

void whatIsAllowed().then((allowed) => postMessage(allowed));
