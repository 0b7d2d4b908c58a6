import type { photosOut as english } from './en.photosOut';
import type { Words } from './words';

export const photosOut: Words<typeof english> = {
	title: '按标签分文件夹的图片',
	field: '字段',
	folders_zero: '还没有标签。',
	folders_other: '{{count, number}} 个文件夹，各以标签命名。',
	photos_other: '共 {{count, number}} 张图片，{{bytes}}。',
	without_other: '{{count, number}} 件商品在此字段没有标签，不会写入。',
	table: 'zip 中附有 labels.csv，按原样记录每个标签。把 zip 拖回这里，图片和标签就会恢复。',
	save: '保存 zip',
	cancelHint: '不会保留未完成的 zip',
};
