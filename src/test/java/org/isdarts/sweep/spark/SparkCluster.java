package org.isdarts.sweep.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real cluster on this machine, of Spark's own programs: a master, and workers of one processor each. */
public final class SparkCluster implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> SMALL = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    /** Starts a master and two workers. */
    public SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        port = freePort();
        linkLibraries();
        start("master.Master", "--host", "127.0.0.1", "--port", Integer.toString(port), "--webui-port", "0");
        awaitMaster();
        addWorker();
        addWorker();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A worker takes what its executors load from the folder {@code jars} of where Spark is installed. */
    private void linkLibraries() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                Path jar = Path.of(entry);
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
    }

    /** Options of a driver that suit so small a cluster. */
    public static List<String> driverOptions() {
        return List.of("-Xmx600m", "-Dspark.executor.memory=500m", "-Dspark.driver.host=127.0.0.1");
    }

    /** Starts a further worker. */
    void addWorker() throws IOException {
        start(
                "worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "600M",
                "--work-dir",
                folder.resolve("work").toString(),
                "--webui-port",
                "0",
                url());
    }

    private void start(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(List.of("-cp", folder.resolve("jars") + "/*", "org.apache.spark.deploy." + main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(main + processes.size() + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        processes.add(builder.start());
    }

    private void awaitMaster() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the master does not answer; see " + folder);
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where the master is reached. */
    public String url() {
        return "spark://127.0.0.1:" + port;
    }

    /** Ends it with all its executors, also those that stand still. */
    @Override
    public void close() {
        processes.stream().map(Process::toHandle).forEach(SparkCluster::end);
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
    }
}
