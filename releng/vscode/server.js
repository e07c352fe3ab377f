// SPDX-License-Identifier: EPL-2.0
'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** The name of Trapline's start script. */
const SCRIPT = 'trapline';

/**
 * How the language server is started.
 *
 * @param {string} configured the start script that the user names; empty where none is named
 * @param {string[]} folders the folders that are open
 * @returns {{command: string, args: string[]}}
 */
function serverCommand(configured, folders) {
	const script = configured || folders.map(scriptAround).find(found => found) || SCRIPT;
	return { command: script, args: ['lsp'] };
}

/** The start script in a folder or one around it: it stands beside Trapline's sources. */
function scriptAround(folder) {
	for (let each = path.resolve(folder); ; each = path.dirname(each)) {
		const script = path.join(each, SCRIPT);
		if (isFile(script) && isFile(path.join(each, 'targetplatform', 'trapline.target'))) {
			return script;
		}
		if (each === path.dirname(each)) {
			return undefined;
		}
	}
}

function isFile(file) {
	return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

module.exports = { serverCommand };
