import { runOnnx } from '../learning/runOnnx';
import type { OnnxContract } from './onnx.contract';
import { serve } from './rpc';

serve<OnnxContract>({ run: runOnnx });
