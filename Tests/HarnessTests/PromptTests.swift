import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The prompts that people have, and the lines that only look like ones.
final class PromptTests: RecordedTestCase {
    private func told(_ line: String) -> String {
        guard let (prompt, command) = Prompt.split(line) else { return "none" }
        let parts = ["\(prompt.kind)", prompt.user, prompt.host, prompt.folder, prompt.isRoot ? "root" : nil, command]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    func test_prompts_tell_user_host_folder_and_command() {
        XCTAssertEqual(told("$ docker ps"), "bare docker ps")
        XCTAssertEqual(told("# docker ps"), "bare root docker ps")
        XCTAssertEqual(told("/ $ ps"), "folder / ps")
        XCTAssertEqual(told("  ~ # id"), "folder ~ root id")
        XCTAssertEqual(told("ana@pc:~/datos$ ls -l"), "named ana pc ~/datos ls -l")
        XCTAssertEqual(told("root@myalpine:~# cat x"), "named root myalpine ~ root cat x")
        XCTAssertEqual(told("[ana@fedora ~]$ ip a"), "named ana fedora ~ ip a")
        XCTAssertEqual(told("ana@mac ~ % docker ps"), "named ana mac ~ docker ps")
        XCTAssertEqual(told("mac:~ ana$ docker ps"), "named ana mac ~ docker ps")
        XCTAssertEqual(told("myalpine:~# ps"), "named myalpine ~ root ps")
        XCTAssertEqual(told("(base) ana@pc:~$ id"), "named ana pc ~ id")
        XCTAssertEqual(told("└─$ docker ps"), "bare docker ps")
        XCTAssertEqual(told(#"PS C:\Users\ana> docker ps"#), #"windows C:\Users\ana docker ps"#)
        XCTAssertEqual(told("bash-5.1# ps"), "bare root ps")
        XCTAssertEqual(told("➜  ~ docker ps"), "ornate ~ docker ps")
        XCTAssertEqual(told("➜  so git:(main) ✗ docker ps"), "ornate so docker ps")
        XCTAssertEqual(told("❯ docker ps"), "ornate docker ps")
        XCTAssertEqual(told("lab% docker ps"), "named lab  docker ps")
    }

    func test_a_folder_of_any_length_may_be_cut() {
        let folder = "/sys/fs/cgroup/freezer/docker/f4b92a61851a7f5f85569318c830722c275796b36d34a506eae05b547b31..."

        XCTAssertEqual(told("root@vm:\(folder)# cat freezer.state"), "named root vm \(folder) root cat freezer.state")
    }

    func test_comments_output_and_prose_are_no_prompts() {
        for line in [
            "# Title", "# the container's own", "", "total 0", "inet 172.17.0.2/16 scope global eth0", "a@b", "$5 more",
            "12: veth1@if3: <UP> mtu 1500", "10:memory:/docker/f4b9", "- item", "| a | b |", "[1] 1234", "100% done",
            "→ item",
        ] {
            XCTAssertEqual(told(line), "none", line)
        }
    }

    func test_a_line_is_divided_into_its_commands() {
        let line = ShellLine(
            "touch ~/d/a; sudo cat \"/proc/$(docker inspect -f '{{.State.Pid}}' c 1)/cgroup\" 2>&1 | head -1 # so")

        XCTAssertEqual(
            line.parts.map(\.words),
            [
                ["touch", "~/d/a"], ["sudo", "cat", "/proc/$(docker inspect -f '{{.State.Pid}}' c 1)/cgroup"],
                ["head", "-1"],
            ])
        XCTAssertEqual(line.parts.map(\.isPiped), [false, false, true])
        XCTAssertEqual(ShellLine("echo 10 > /x/pids.max").parts.first?.target, "/x/pids.max")
    }

    func test_what_launches_a_container_tells_its_scenario() {
        func scenario(_ words: String) -> String {
            LaunchWords(docker: ShellLine(words).parts[0].words[...]).scenario?.description ?? "none"
        }

        XCTAssertEqual(scenario("-it --rm --name c1 -v ~/datos:/data curlimages/curl sh"), "docker")
        XCTAssertEqual(scenario("-dit --pid=host -u 0:0 alpine"), "docker --pid=host -u 0:0")
        XCTAssertEqual(scenario("--ipc container:c1 alpine"), "docker --ipc=container:first")
        XCTAssertEqual(scenario("-it --privileged alpine"), "none")
        XCTAssertEqual(scenario("--cap-add ALL alpine"), "none")
        XCTAssertEqual(scenario("--network mine alpine"), "none")
    }
}
