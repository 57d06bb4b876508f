//! Commands that write nothing, with all they say: `tests/cmd/*.trycmd`.

#[test]
fn commands_answer_as_written_down() {
    trycmd::TestCases::new()
        .register_bin("proeflesctl", trycmd::schema::Bin::Path(env!("CARGO_BIN_EXE_proeflesctl").into()))
        .env("COLUMNS", "100")
        .case("tests/cmd/*.trycmd");
}
