// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.Launch;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.debug.ui.DebugUITools;
import org.trapline.result.RunSelection;

/** Run configurations of studies: what they hold, and how one starts. */
public final class StudyLaunch extends LaunchConfigurationDelegate {

	/** Id of the type of run configurations. */
	public static final String TYPE = "org.trapline.ui.study";

	/** The study: a path in the workspace. */
	static final String FILE = "org.trapline.ui.study.file";
	/** Names of experiments; all when empty. */
	static final String EXPERIMENTS = "org.trapline.ui.study.experiments";
	/** Names of stacks; all when empty. */
	static final String STACKS = "org.trapline.ui.study.stacks";

	@Override
	public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor) throws CoreException {
		start(request(configuration), launch);
	}

	/** What a configuration wants to run. */
	static RunRequest request(ILaunchConfiguration configuration) throws CoreException {
		String name = configuration.getAttribute(FILE, "");
		if (name.isEmpty()) {
			throw new CoreException(Status.error("The run configuration %s has no study. Choose a .trapline file in it.".formatted(configuration.getName())));
		}
		IFile file = RunRequest.named(name).orElseThrow(() -> new CoreException(
				Status.error("The study %s does not exist any more. Choose another one in the run configuration %s.".formatted(name, configuration.getName()))));
		OptionTexts options = OptionTexts.of(configuration);
		Optional<String> problem = options.problem();
		if (problem.isPresent()) {
			throw new CoreException(Status.error("Run configuration %s: %s".formatted(configuration.getName(), problem.get())));
		}
		return RunRequest.of(file, selection(configuration), options.options());
	}

	static RunSelection selection(ILaunchConfiguration configuration) throws CoreException {
		return new RunSelection(configuration.getAttribute(EXPERIMENTS, List.of()), configuration.getAttribute(STACKS, List.of()));
	}

	private static void start(RunRequest request, ILaunch launch) {
		StudyProcess process = new StudyProcess(request, launch);
		launch.addProcess(process);
		process.start();
	}

	/**
	 * Runs a study of the workspace by its run configuration, with the seed and the threads of that; it is made where there is none yet.
	 * Changed editors are saved before, as the user prefers. Call it on the UI thread.
	 */
	public static void run(IFile file, RunSelection selection) throws CoreException {
		Optional<ILaunchConfiguration> plain = find(file, selection, OptionTexts.NONE.seed());
		Optional<ILaunchConfiguration> known = plain.isPresent() ? plain : find(file, selection).stream().findFirst();
		launch(known.isPresent() ? known.get() : configuration(file, selection, OptionTexts.NONE));
	}

	/**
	 * As {@link #run(IFile, RunSelection)}, with a seed.
	 *
	 * @param seed of the random numbers; empty for the experiments' own
	 */
	public static void run(IFile file, RunSelection selection, OptionalLong seed) throws CoreException {
		OptionTexts options = OptionTexts.of(seed);
		Optional<ILaunchConfiguration> known = find(file, selection, options.seed());
		launch(known.isPresent() ? known.get() : configuration(file, selection, options));
	}

	private static void launch(ILaunchConfiguration configuration) {
		DebugUITools.launch(configuration, ILaunchManager.RUN_MODE);
	}

	/** Runs a study that is none of the workspace's, as a kept run's inputs are; nothing of it is remembered but its results. */
	public static void runElsewhere(RunRequest request) {
		ILaunch launch = new Launch(null, ILaunchManager.RUN_MODE, null);
		launch.setAttribute(DebugPlugin.ATTR_LAUNCH_TIMESTAMP, Long.toString(System.currentTimeMillis()));
		manager().addLaunch(launch);
		start(request, launch);
	}

	/** Makes a run configuration of a study. */
	private static ILaunchConfiguration configuration(IFile file, RunSelection selection, OptionTexts options) throws CoreException {
		String title = RunRequest.of(file, selection, options.options()).title();
		ILaunchConfigurationWorkingCopy copy = type().newInstance(null,
				manager().generateLaunchConfigurationName(title.replaceAll("[\\\\/:*?\"<>|@&]", " ").replaceAll(" +", " ")));
		copy.setAttribute(FILE, file.getFullPath().makeRelative().toString());
		copy.setAttribute(EXPERIMENTS, selection.experiments());
		copy.setAttribute(STACKS, selection.stacks());
		options.set(copy);
		copy.setMappedResources(new IFile[] { file });
		return copy.doSave();
	}

	private static List<ILaunchConfiguration> find(IFile file, RunSelection selection) throws CoreException {
		List<ILaunchConfiguration> found = new ArrayList<>();
		for (ILaunchConfiguration each : configurations(file)) {
			if (selection(each).equals(selection)) {
				found.add(each);
			}
		}
		return found;
	}

	private static Optional<ILaunchConfiguration> find(IFile file, RunSelection selection, String seed) throws CoreException {
		for (ILaunchConfiguration each : find(file, selection)) {
			if (OptionTexts.of(each).seed().equals(seed)) {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	/** The run configurations of a study. */
	static List<ILaunchConfiguration> configurations(IFile file) throws CoreException {
		String name = file.getFullPath().makeRelative().toString();
		List<ILaunchConfiguration> found = new ArrayList<>();
		for (ILaunchConfiguration each : manager().getLaunchConfigurations(type())) {
			if (each.getAttribute(FILE, "").equals(name)) {
				found.add(each);
			}
		}
		return found;
	}

	private static ILaunchConfigurationType type() {
		return manager().getLaunchConfigurationType(TYPE);
	}

	private static ILaunchManager manager() {
		return DebugPlugin.getDefault().getLaunchManager();
	}

	/** Nothing is built before a study runs: it is read as it is. */
	@Override
	public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
		return false;
	}
}
