import type { problems as english } from './en.problems';
import type { Words } from './words';

export const problems: Words<typeof english> = {
	'photo-empty': {
		sentence: '{{file}} 是空文件，里面没有任何数据。',
		remedy: '请从原处重新复制，再拖入一次。',
	},
	'photo-truncated': {
		sentence: '{{file}} 不完整，中途断开了。',
		remedy: '下载或复制可能被中断。请重新获取后再拖入。',
	},
	'photo-not-decodable': {
		sentence: '{{file}} 看起来是图片，但此浏览器无法读取。',
		remedy: '请用图片软件打开，另存为 JPEG 或 PNG 后再拖入。',
	},
	'photo-heic': {
		sentence: '{{file}} 是 iPhone 照片（HEIC），此浏览器无法读取。',
		remedy: '请使用 Safari，或导出为 JPEG。iPhone 上：设置、相机、格式、兼容性最佳。',
	},
	'photo-svg': {
		sentence: '{{file}} 是矢量图（SVG），不是照片。',
		remedy: '如果它确实展示商品，请另存为 PNG 或 JPEG。',
	},
	'photo-not-a-picture': {
		sentence: '{{file}} 用了图片的文件名，里面却是别的内容。',
		remedy: '请检查来源；常见的情况是把网页当成图片保存了。',
	},
	'photo-too-large': {
		sentence: '{{file}} 的像素太多，此浏览器无法打开。',
		remedy: '请缩小后再拖入（4,000 像素宽已经足够）。',
	},
	'file-unreadable': {
		sentence: '{{file}} 无法读取。',
		remedy: '它可能已被移动，或正被其他程序占用。请重新拖入。',
	},
	'file-not-written': {
		sentence: '{{file}} 无法写入那个位置。',
		remedy: '磁盘可能已满，或文件正被其他程序打开。请换一个位置。',
	},
	'file-too-large-here': {
		sentence: '此浏览器无法写入这么大的文件。',
		remedy: '请用普通窗口代替无痕窗口，或使用 Chrome 或 Edge。',
	},
	'file-unsupported': {
		sentence: '{{file}} 既不是图片、表格，也不是 zip。',
		remedy: 'Aisle 支持 JPEG、PNG、WebP、GIF、AVIF 和 BMP 图片，CSV 或 TSV 表格，以及 zip。',
	},
	'file-name-twice': {
		sentence: '有多个文件都叫 {{file}}，表格中写到它的行无法确定指哪一个。',
		remedy: '请为每个文件取不同的名字，或在表格中写上所在文件夹。',
	},
	'zip-damaged': {
		sentence: '{{file}} 已损坏，无法完整解压。',
		remedy: '能读取的部分已保留。请重新打包，或直接拖入文件夹。',
	},
	'zip-too-large': {
		sentence: '{{file}} 解压后的大小超出了此设备的安全范围。',
		remedy: '请自行解压，再拖入文件夹。',
	},
	'zip-encrypted': {
		sentence: '{{file}} 设有密码。',
		remedy: '请自行解压，再拖入文件夹。',
	},
	'zip-nested': {
		sentence: '{{file}} 是嵌套了三层的 zip，没有打开。',
		remedy: '请自行解压，再拖入其中的内容。',
	},
	'csv-empty': {
		sentence: '{{file}} 没有数据行。',
		remedy: '请检查导出的工作表是否正确。',
	},
	'csv-unclosed-quote': {
		sentence: '{{file}} 第 {{lines}} 行：引号只有开头，没有结尾。',
		remedy: '请补上缺少的引号，再拖入表格。',
	},
	'csv-doubled-column': {
		sentence: '{{file}} 有多个名为“{{column}}”的列，使用第一个。',
		remedy: '请重命名或删除其余的列。',
	},
	'csv-no-known-column': {
		sentence: '{{file}} 中没有 Aisle 认识的列。',
		remedy:
			'请将某一列命名为 title、photo、SKU 或 handle。Shopify 和 Google Merchant 导出的文件可直接使用。',
	},
	'csv-row-malformed': {
		sentence: '{{file}} 第 {{lines}} 行：单元格数量与表头不一致。',
		remedy: '单元格内含有分隔符时，需要用引号把单元格括起来。',
	},
	'csv-row-empty': {
		sentence: '{{file}} 第 {{lines}} 行：既没有标题也没有图片，无法归类。',
		remedy: '请填写标题，或拖入对应的图片。',
	},
	'csv-too-large': {
		sentence: '{{file}} 作为表格太大了。',
		remedy: '请拆成多个文件导出，每个不超过 256 MB。',
	},
	'csv-photo-missing': {
		sentence: '表格中提到的图片 {{photo}} 不在拖入的文件中。',
		remedy: '把它也拖进来，就会自动对应到这件商品；在此之前只能依据标题。',
	},
	'taxonomy-unreadable': {
		sentence: '类目表第 {{lines}} 行无法识别为类目：{{text}}',
		remedy: '请每行写一个类目，层级之间用“ > ”连接。',
	},
	'taxonomy-empty': {
		sentence: '这份类目表里没有类目。',
		remedy: '请每行写一个类目，层级之间用“ > ”连接。',
	},
	'model-missing': {
		sentence: '无法获取 Aisle 的文件：{{file}}。',
		remedy:
			'请检查网络连接后重试。如果在其他地方正常，说明服务器上缺少此文件：请运行“npm run models”，重新构建并复制整个文件夹。',
	},
	'model-damaged': {
		sentence: '服务器返回的内容不是 {{file}}。',
		remedy: '这些内容没有被保存。请服务器管理员运行“npm run models”，重新构建并复制整个文件夹。',
	},
	'models-not-prepared': {
		sentence: '模型尚未准备好。',
		remedy: '请在安装 Aisle 的机器上运行“npm run models”，然后重新加载。',
	},
	'backend-unavailable': {
		sentence: '此设备没有能运行模型的环境。',
		remedy: '请更新浏览器，或使用新版 Chrome、Edge、Firefox 或 Safari。',
	},
	'backend-wrong-answers': {
		sentence: '所选处理器在自检中算出了错误结果，因此不会使用。',
		remedy: '请在设置中选择其他处理器。更新显卡驱动往往有帮助。',
	},
	'device-lost': {
		sentence: '处理过程中，图形处理器断开了。',
		remedy: '已保存的内容不会丢失。请继续，或在设置中选择其他处理器。',
	},
	'out-of-memory': {
		sentence: '此设备内存不足。',
		remedy: '已完成的部分会保留。请关闭其他标签页后继续。',
	},
	'worker-died': {
		sentence: 'Aisle 的一个后台部分停止了工作。',
		remedy: '已完成的部分会保留。请继续；如果再次发生，请重新加载。',
	},
	'head-nothing-labelled': {
		sentence: '这里没有商品带有“{{field}}”标签。',
		remedy: '请在“商品库”中添加标签，或选择其他字段。',
	},
	'head-one-label': {
		sentence: '可学习的商品都是同一个标签“{{label}}”，没有可区分的内容。',
		remedy: '请给部分商品加上其他标签，两个标签就可以开始。',
	},
	'head-nothing-to-learn': {
		sentence: '按此划分没有可学习的内容：训练部分里没有带标签的商品。',
		remedy: '请在表格中为部分商品写上“train”，或由 Aisle 来划分。',
	},
	'head-no-products': {
		sentence: '带标签的商品都缺少此分类器要看的内容。',
		remedy: '请根据这些商品的情况选择图片、标题或两者。',
	},
	'head-source-unfit': {
		sentence: '要沿用的分类器已不存在，或者看的内容与这个不同。',
		remedy: '请选择另一个要沿用的分类器，或不沿用；图片模型和标题必须与它一致。',
	},
	'head-source-saw-test': {
		sentence: '要沿用的分类器已经从将用来测试的商品中学习过，结果会偏高。',
		remedy: '请沿用其他商品的分类器，或从头开始。',
	},
	'groups-nothing-known': {
		sentence: '这些商品都缺少分组所依据的内容。',
		remedy: '请根据这些商品的情况，按图片、标题或两者分组。',
	},
	'head-other-embeddings': {
		sentence: '所学内容对应的模型与当前运行的模型不同。',
		remedy: '请重新训练，很快就好。',
	},
	'head-unreadable': {
		sentence: '无法读取所学内容。',
		remedy: '请重新训练，或再次导入文件。',
	},
	'head-export-differs': {
		sentence:
			'重新读取后，文件的答案与 Aisle 不同：最大相差 {{difference}}，允许 {{tolerance}}。因此不提供此文件。',
		remedy: '请在“设置”中换一种处理器看图片，再试一次。',
	},
	'head-export-nothing': {
		sentence: '这里没有可用来检验文件的商品，因此不提供此文件。',
		remedy: '请添加一件包含此分类器所看内容的商品，并归类一次。',
	},
	'head-export-unrunnable': {
		sentence: '文件已写好，但重新读取时无法运行，因此不提供此文件。',
		remedy: '请换一种格式或浏览器再试。',
	},
	'head-file-unknown': {
		sentence: '在 {{file}} 中没有找到分类器。没有做任何改动。',
		remedy: '请选择 Aisle 生成的 zip 或 ONNX 文件，或将 model.json 与其余文件一起选中。',
	},
	'head-file-not-aisle': {
		sentence: '{{file}} 是一个模型，但不是 Aisle 生成的，因此无从得知该输入什么。没有做任何改动。',
		remedy: '请用同样的图片在这里训练；Teachable Machine 项目中就有这些图片。',
	},
	'head-file-damaged': {
		sentence: '{{file}} 不是 Aisle 所写的分类器文件。没有做任何改动。',
		remedy: '请从原处重新复制；被编辑过的文件不会被接受。',
	},
	'head-file-zip': {
		sentence: '{{file}} 已损坏，无法解压，因此没有找到分类器。没有做任何改动。',
		remedy: '请从原处重新复制；下载可能没有完成。',
	},
	'head-file-other-network': {
		sentence: '此分类器依赖模型“{{network}}”，而这里没有该版本。没有做任何改动。',
		remedy: '请从同版本的 Aisle 中导出，或在这里重新训练。',
	},
	'tuning-too-large': {
		sentence:
			'模型学习期间需要在内存中保留 {{megabytes, number}} MB；超过 {{most, number}} MB 对一个标签页来说太多了。',
		remedy: '请让更少或更靠后的阶段学习，选择较小的模型，或只让分类头学习。',
	},
	'split-unknown-part': {
		sentence: '“{{column}}”列把一件商品划为“{{cell}}”，这不是有效的划分。',
		remedy: '请填写 train、validation 或 test，或由 Aisle 来划分。',
	},
	'project-damaged': {
		sentence: '这不是完整的 Aisle 项目文件。没有做任何改动。',
		remedy: '请从保存的位置重新复制；下载可能没有完成。',
	},
	'project-newer-version': {
		sentence: '此项目由更新版本的 Aisle 保存。没有做任何改动。',
		remedy: '请重新加载以获得新版本，然后再打开。',
	},
	'address-not-secure': {
		sentence: '此网址以 http 而非 https 开头，浏览器不允许这样的页面保存商品或运行模型。',
		remedy: '请使用以 https 开头的网址打开 Aisle。在提供服务的那台电脑上，也可以用 localhost。',
	},
	'storage-full': {
		sentence: '浏览器提供的存储空间已用完。',
		remedy: '请腾出空间，或先导出已完成的内容再在此删除。已保存的内容不会丢失。',
	},
	'storage-unavailable': {
		sentence: '此浏览器不允许 Aisle 保存任何内容。',
		remedy: '无痕窗口通常会禁止。请使用普通窗口，或允许保存网站数据。',
	},
	'storage-newer-version': {
		sentence: '你的商品由更新版本的 Aisle 保存。',
		remedy: '请重新加载以获得新版本。没有做任何改动。',
	},
	'storage-other-tab': {
		sentence: '另一个标签页正打开着 Aisle。',
		remedy: '请关闭另一个，此标签页会接着工作。',
	},
	'note-same-photo': {
		sentence: '同一张图片也用在 {{other}} 中。',
		remedy: '',
	},
	'note-title-truncated': {
		sentence: '标题很长，只读取了开头部分。',
		remedy: '',
	},
	'note-unknown-language-no-photo': {
		sentence: '模型不懂标题所用的语言，又没有图片可参考，因此这些建议只是猜测。',
		remedy: '请添加图片，或提供英文标题。',
	},
	'note-unknown-language': {
		sentence: '模型不懂标题所用的语言，因此改为依据图片。',
		remedy: '',
	},
	'note-first-frame': {
		sentence: '{{file}} 是动图，使用了第一帧。',
		remedy: '',
	},
};
