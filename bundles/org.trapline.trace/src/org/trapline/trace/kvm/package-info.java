// SPDX-License-Identifier: EPL-2.0
/**
 * Traces of KVM's events: the lines of ftrace, trace-cmd and perf, and what each event says.
 */
package org.trapline.trace.kvm;
