//! Every text there is, by name.

macro_rules! keys {
    ($($name:ident)*) => {
        /// A text. Its id in the Fluent files is its name here.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "a key's text says what it is")]
        pub enum Key { $($name,)* }

        impl Key {
            /// Every text.
            pub const ALL: &'static [Key] = &[$(Key::$name,)*];

            /// Its id in the Fluent files.
            pub const fn id(self) -> &'static str {
                match self { $(Key::$name => stringify!($name),)* }
            }
        }
    };
}

keys! {
    LangNl LangEn CommonBack CommonDone CommonSettings CommonClose CommonOpenFolder CommonOtherLesson TitleClaim
    TitleExplain TitleStart TitleQuit LibraryTitle LibraryOpen LibraryOpenNamed LibraryPractises LibraryMinutes
    LibraryBestPassed LibraryBestNotYet LibraryEmpty LibraryEmptyHelp LibraryBroken LibraryBrokenHelp
    LibraryMoreProblems LevelStarter LevelPractised LevelAdvanced LoadingTitle LoadingAssets LoadingPipelines
    LoadingRoom LoadingTip BriefingStudents BriefingSituation BriefingGoals BriefingPhases BriefingClass BriefingPlan
    BriefingControls BriefingStart BriefingNoRush BriefingPassScore BriefingPassOnTask PauseTitle PauseExplain
    PauseResume PauseRestart PauseEnd PauseQuit PauseNothingLost EndedOver EndedReview EndedWait SettingsSaved
    SettingsReading SettingsLanguage SettingsTextSize SettingsCaptions SettingsCaptionsHelp SettingsSound SettingsVolume
    SettingsVoices SettingsRoom SettingsPicture SettingsQualityHelp QualityLow QualityMedium QualityHigh SettingsMouse
    SettingsSensitivity SettingsInvert SettingsSeated SettingsSeatedHelp SettingsHeadset SettingsTurn
    SettingsSmooth SettingsSmoothHelp SettingsRaised SettingsRaisedHelp SettingsKeys SettingsKeysHelp SettingsKeysReset
    SettingsKeyPress SettingsKeyConflict ControlMouse ControlWalk ControlLook ControlUse ControlDecide ControlActions
    ControlPause ActWalkAhead ActWalkBack ActWalkLeft ActWalkRight ActDrop ActFreeCursor HudTimeLeft HudTake HudUse
    HudOffline HudHolding HudDriven NoiseQuiet NoiseSoft NoiseBusy NoiseLoud NoiseVeryLoud SideLeft SideAhead SideRight
    SideBehind DecisionTitle DecisionStops DecisionTimeLeft DecisionKept DecisionKeeping CaptionsLog ActionsNobody
    ActionsNobodyHelp ActionsClass DoAddress DoPraise DoRedirect DoCallOn DoReprimand DoLock DoUnlock DoWait DoInstruct
    DoAskClass DoPraiseClass DoReprimandClass DoFreeze DoShow DoLockAll DoUnlockAll DidAddress DidPraise DidRedirect
    DidReprimand DidWait DidCallOn DidInstruct DidAskClass DidUseBoard DoGreet DoHelp DoCheckWork DoLidsDown DoPlanB
    DoAppointHelper DoGesture DoSanction DidGreet DidHelp DidCheckWork DidLidsDown DidPlanB DidAppointHelper DidGesture
    DidSanction DidLock DidUnlock DidUseItem WhoClass WhoTeacher WhoAnnouncer ReviewTitle ReviewRetry ReviewSave
    ReviewBrokenOff ReviewBrokenOffHelp ReviewPassed ReviewNotYet ReviewTry ReviewTryNothing ReviewCompetences
    ReviewNoEvidence ReviewPoints ReviewTimeline ReviewNoCurve ReviewCurveOnTask ReviewCurveNoise ReviewGoTo
    ReviewMoments ReviewEpisodes ReviewNoEpisodes ReviewHeat ReviewHeatAttention ReviewHeatLooks ReviewHeatLess
    ReviewHeatMore ReviewHeatAttentionHelp ReviewHeatLooksHelp
    ReviewDecisions ReviewExpired ReviewCutOff ReviewYouChose ReviewThinking ReviewSource ReviewAfter
    ReviewOnTask ReviewNoise ReviewCounts ReviewCountsHelp ReviewSeed CountPraise CountRedirects CountReprimands
    DashTitle DashHelp DashTooLong DashOffline DashClose ScreenOff ScreenLocked
    ScreenTask ScreenQuiz ScreenLoading ScreenOffline ScreenOtherTab ScreenGame ScreenChat
    ScreenVideo ScreenAiAnswer ScreenEmptyBattery ScreenLogin ScreenUpdating ScreenBlocked InstructHelp
    InstructWhat InstructHow InstructHowLong InstructWhere InstructWhenDone InstructSay ActionsActivity
    DoRegroup DoIndividual DoDiscuss DoExplain DoSendToBoard DoReseat DidSendToBoard
    DidChangeActivity DidRegroup DidReseat
    CountTurns CountLooked CountNear CountNoticed CountNoticing CountMissed CountResponse
}
